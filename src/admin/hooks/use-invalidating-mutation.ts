import {
  type QueryKey,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"

/** A change after which everything under the key is read again, before the change counts as done. */
export function useInvalidatingMutation<Result, Input>(
  key: QueryKey,
  mutationFn: (input: Input) => Promise<Result>
) {
  const queryClient = useQueryClient()
  return useMutation<Result, Error, Input>({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
  })
}
