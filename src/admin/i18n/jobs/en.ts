export const jobsEn = {
  domain: "Jobs",
  subtitle:
    "Work that the store does in the background, and tries again until it succeeds.",
  state: {
    waiting: "Waiting",
    running: "Running",
    failing: "Failing",
    dead: "Dead",
  },
  fields: {
    task: "Task",
    state: "State",
    attempts: "Attempts",
    last_error: "Last failure",
    run_at: "Next run",
    created: "Created",
  },
  retry: {
    action: "Retry",
    done_one: "{{count}} job runs again",
    done_other: "{{count}} jobs run again",
  },
  remove: {
    action: "Remove",
    title_one: "Remove {{count}} job?",
    title_other: "Remove {{count}} jobs?",
    description: "What it was to do will never happen. This cannot be undone.",
    done_one: "{{count}} job removed",
    done_other: "{{count}} jobs removed",
  },
  empty: {
    title: "No jobs",
    description: "Everything is done. Jobs leave this list once they succeed.",
    filteredTitle: "No such jobs",
    filteredDescription: "No job matches the search and the filters.",
  },
}
