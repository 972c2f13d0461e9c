/** The place in the value of `?pesan=`, an `urutan`; null when it names none. */
export function placeIn(value: string | readonly string[] | null | undefined): number | null {
  const urutan = typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : null
  return urutan !== null && Number.isSafeInteger(urutan) ? urutan : null
}
