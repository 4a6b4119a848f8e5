import { readdirSync, realpathSync } from "node:fs"
import path from "node:path"
import { dynamicImport, MedusaError } from "@medusajs/framework/utils"
import type { Task } from "../../utils/define-task"

const TASK_FILE = /^(?!_|index\.).+(?<!\.d|\.spec|\.test)\.(js|ts)$/

/**
 * The tasks of some folders, each file's default export. A folder that does not exist has none.
 * @throws when two tasks have one name, or a file holds no task
 */
export async function loadTasks(folders: string[]): Promise<Task[]> {
  const tasks = new Map<string, Task>()
  for (const file of new Set(folders.flatMap(filesIn))) {
    const task = await loadTask(file)
    if (tasks.has(task.name)) {
      throw unusable(`two tasks are named ${task.name}`)
    }
    tasks.set(task.name, task)
  }
  return [...tasks.values()]
}

function filesIn(folder: string): string[] {
  try {
    const real = realpathSync(folder)
    return readdirSync(real)
      .filter((name) => TASK_FILE.test(name))
      .map((name) => path.join(real, name))
  } catch {
    return []
  }
}

async function loadTask(file: string): Promise<Task> {
  const loaded = (await dynamicImport(file)) as { default?: unknown }
  const task = unwrap(loaded.default)
  if (!task) {
    throw unusable(`${path.basename(file)} has no task as its default export`)
  }
  return task
}

/** Compiled to CommonJS and imported as an ES module, the default is one level deeper. */
function unwrap(exported: unknown): Task | undefined {
  const { default: inner } = (exported ?? {}) as { default?: unknown }
  return [exported, inner].find(isTask)
}

function isTask(candidate: unknown): candidate is Task {
  return typeof (candidate as Task | undefined)?.run === "function"
}

function unusable(why: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `src/tasks: ${why}`
  )
}
