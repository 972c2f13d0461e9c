import { hitsIn } from '@/lib/domain/cuplikan'

/** What is marked, as style sheets name it (`::highlight()`): every word that was found, and those of the pesan that the reader was led to. */
const NAMES = ['temuan', 'temuan-ini'] as const

interface Marks {
  /** Words as they stand in the pesan. */
  readonly words: ReadonlySet<string>
  /** The `urutan` of each pesan that was found. */
  readonly places: ReadonlySet<number>
  readonly at: number | null
  /** Hears where the first word of the pesan that the reader was led to stands, whenever its rows change. */
  readonly onFirst: (word: Range) => void
}

/**
 * Marks words in the rows of a log that are in the page, now and whenever its rows change, until the returned function is called. The rows
 * themselves stay as they are (CSS Custom Highlight API), so nothing of a conversation is drawn anew for it; a browser without that marks nothing.
 */
export function markWords(log: HTMLElement, marks: Marks): () => void {
  const registry = typeof Highlight === 'undefined' ? undefined : CSS.highlights
  let frame = 0
  const mark = () => {
    const [all, those]: [Range[], Range[]] = [[], []]
    for (const row of log.querySelectorAll<HTMLElement>('[data-urutan]')) {
      const urutan = Number(row.dataset.urutan)
      if (marks.places.has(urutan)) (urutan === marks.at ? those : all).push(...rangesIn(row, marks.words))
    }
    registry?.set(NAMES[0], new Highlight(...all))
    registry?.set(NAMES[1], new Highlight(...those))
    if (those[0]) marks.onFirst(those[0])
  }
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(mark)
  })
  observer.observe(log, { childList: true, characterData: true, subtree: true })
  mark()
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    for (const name of NAMES) registry?.delete(name)
  }
}

/** Scrolls the log so far that these words can be read, with some lines around them: a pesan may be longer than the screen. */
export function showWords(log: HTMLElement, words: Range): void {
  const [{ top, height }, { top: from, bottom: to }] = [log.getBoundingClientRect(), words.getBoundingClientRect()]
  if (from - top < height / 8 || to - top > (height * 7) / 8) log.scrollTop += from - top - height / 3
}

function rangesIn(row: HTMLElement, words: ReadonlySet<string>): Range[] {
  const ranges: Range[] = []
  for (const text of row.querySelectorAll('[data-kata]')) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { word, index } of hitsIn(node.nodeValue ?? '', words)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        ranges.push(range)
      }
  }
  return ranges
}
