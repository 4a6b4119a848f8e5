import { Skeleton } from "@medusajs/ui"

/** Stands in a drawer while what it edits is loaded. */
export function FormSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-y-6 p-6">
      {[1, 2, 3, 4].map((field) => (
        <div key={field} className="flex flex-col gap-y-2">
          <Skeleton className="h-4 w-24 rounded-md" />
          <Skeleton className="h-8 w-full rounded-md" />
        </div>
      ))}
    </div>
  )
}
