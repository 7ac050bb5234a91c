/** The id of what is worked on once `id` is done with: of the next one, else of the one before. */
export function nextAfter(all: readonly { readonly id: number }[], id: number): number | undefined {
  const place = all.findIndex((each) => each.id === id);
  return (all[place + 1] ?? all[place - 1])?.id;
}
