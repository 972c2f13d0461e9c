import type { KeyboardEvent } from 'react'

/** What the keyboard does in the room of a dokter, for its help: the key of its words, and the keys. */
export const RUANG_KEYS = [
  ['sebelum', ['Alt + ↑']],
  ['sesudah', ['Alt + ↓']],
  ['belumDibaca', ['Alt + Shift + ↓']],
  ['cariNama', ['Ctrl + K']],
] as const

export type RuangKey = 'sebelum' | 'sesudah' | 'belumDibaca' | 'belumDibacaSebelum' | 'cariNama'

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** What these keys mean in the room; null for everything else, what writes a sign with AltGr (Ctrl and Alt) too. */
export function ruangKeyOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): RuangKey | null {
  if (key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey) return 'cariNama'
  if (!altKey || ctrlKey || metaKey) return null
  if (key === 'ArrowUp') return shiftKey ? 'belumDibacaSebelum' : 'sebelum'
  if (key === 'ArrowDown') return shiftKey ? 'belumDibaca' : 'sesudah'
  return null
}

/** One of the list, as far as the keys need to know it. */
export interface Stop {
  readonly id: string
  /** Is there something in it that was not read? */
  readonly waits: boolean
}

/** Where that key leads from the konsultasi that is open: the one beside it in the list, or the next one, round about, that waits. Null when nowhere. */
export function stopAfter(stops: readonly Stop[], openId: string | null, key: Exclude<RuangKey, 'cariNama'>): string | null {
  const at = stops.findIndex(({ id }) => id === openId)
  const step = key === 'sesudah' || key === 'belumDibaca' ? 1 : -1
  const from = at < 0 && step < 0 ? stops.length : at
  if (key === 'sebelum' || key === 'sesudah') return stops[from + step]?.id ?? null
  for (let n = 1; n <= stops.length; n++) {
    const stop = stops[(from + step * n + stops.length * 2) % stops.length]
    if (stop?.waits && stop.id !== openId) return stop.id
  }
  return null
}
