/** Where a draft lies. */
export interface DraftPlace {
  read(): string
  write(text: string): void
}

/** The draft of one textbox, which another tab may have open too: only what this one changed is written, what the other changed is adopted. */
export interface DraftKeeper {
  /** What the textbox shows to begin with: what was typed before the page woke up is newer than any draft. */
  begin(typed: string): string
  /** The textbox says this now. */
  keep(value: string): void
  /** This text has left the textbox, and stays a draft until the promise resolves: whoever goes away between the two finds it there. */
  keepUntil(text: string, added: Promise<unknown>, value: () => string): void
  /** The draft was changed elsewhere. @returns what the textbox shows instead of `value`; null when it has something newer of its own */
  adopt(value: string): string | null
}

export function createDraftKeeper(place: DraftPlace): DraftKeeper {
  /** Texts that have left the textbox and are not in the outbox yet. */
  const leaving = new Set<{ readonly text: string }>()
  /** As this tab last read or wrote it. */
  let kept = ''

  const draftOf = (value: string) => [...[...leaving].map(({ text }) => text), value].filter(Boolean).join('\n')
  const keep = (value: string) => {
    const draft = draftOf(value)
    if (draft === kept) return
    kept = draft
    place.write(draft)
  }
  return {
    begin(typed) {
      kept = place.read()
      // What is on its way is a draft only in case it does not arrive: whoever comes back meanwhile has not got it to write again.
      return typed || (leaving.size > 0 ? '' : kept)
    },
    keep,
    keepUntil(text, added, value) {
      const left = { text }
      leaving.add(left)
      keep(value())
      void added.then(() => {
        leaving.delete(left)
        keep(value())
      })
    },
    adopt(value) {
      if (leaving.size > 0 || value !== kept) return null
      kept = place.read()
      return kept
    },
  }
}
