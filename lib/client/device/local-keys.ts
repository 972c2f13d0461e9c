/** The keys of localStorage that begin so; none where the browser keeps nothing. */
export function localKeys(prefix: string): string[] {
  try {
    const all = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    return all.filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}
