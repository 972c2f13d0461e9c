import type { Berkas } from './berkas'

/** One pesan for each file; the text goes below the last one, or alone. */
export function pesanOf(text: string, files: readonly Berkas[]): readonly { readonly pesan: string; readonly berkas: Berkas | null }[] {
  if (files.length === 0) return [{ pesan: text, berkas: null }]
  return files.map((berkas, index) => ({ pesan: index === files.length - 1 ? text : '', berkas }))
}
