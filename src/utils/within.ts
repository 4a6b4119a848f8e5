/**
 * The result of some work, or an error once it takes too long. The work goes on; how it
 * ends then is nobody's business any more.
 * @example await within(2000, pool.query(statement), "the database did not answer in time")
 */
export async function within<Result>(
  milliseconds: number,
  work: Promise<Result>,
  complaint: string
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
