/**
 * The files that somebody who pastes means. What was copied from a document brings a picture of itself along beside its rich text: there the
 * text is meant. A file that was copied in a folder brings only its name along.
 */
export function pastedFiles({ files, types }: { readonly files: Iterable<File>; readonly types: readonly string[] }): File[] {
  const isDocument = types.includes('text/plain') && (types.includes('text/html') || types.includes('text/rtf'))
  return isDocument ? [] : [...files]
}
