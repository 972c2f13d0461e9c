type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Isian = ReadonlyMap<Field, string | boolean>

declare global {
  interface Window {
    /** What the early script keeps, and who hears of it. Gone when the page is awake. */
    sapaDini?: {
      dengar(event: Event): void
      catat(event: Event): void
      /** The last button that was pressed. */
      tombol?: HTMLButtonElement
      /** What somebody has last typed or chosen in each field, in that order. */
      readonly isian: Isian
    }
  }
}

/** So long after the page was awake a press is answered, and words find their way, in milliseconds; and so often it is looked whether their part is. */
const PATIENCE_MS = 8000
const PATIENCE_WITH_WORDS_MS = 60_000
const LOOK_MS = 50

let tellCaughtUp: () => void = () => undefined

/** Resolves when the page has heard what was typed and chosen before it was awake. */
export const caughtUp = new Promise<void>((done) => {
  tellCaughtUp = done
})

/** Does again what somebody did before the page was awake: nothing heard it then (decision 200). Once for each page. */
export function catchUp(): void {
  const { sapaDini: early } = window
  delete window.sapaDini
  if (early) void doAgain(early)
  else tellCaughtUp()
}

async function doAgain({ dengar, catat, tombol, isian }: NonNullable<Window['sapaDini']>): Promise<void> {
  removeEventListener('click', dengar, true)
  try {
    await enterAll(isian)
  } finally {
    removeEventListener('input', catat, true)
    tellCaughtUp()
  }
  if (tombol && (await isAwake(tombol, Date.now() + PATIENCE_MS))) tombol.click()
}

/** What is still typed meanwhile is written down as well, so the last word counts. */
async function enterAll(isian: Isian): Promise<void> {
  const until = Date.now() + PATIENCE_WITH_WORDS_MS
  // First where somebody is typing: drawing the others would move their caret.
  const fields = [...isian.keys()].sort((a, b) => Number(b === document.activeElement) - Number(a === document.activeElement))
  for (const field of fields) if (await isAwake(field, until)) enter(field, isian.get(field) ?? '')
}

/**
 * Waits until React hears of this element, in a task of its own: what was done with the one before has been drawn by then. Parts of the page wake up
 * one after the other; React marks what it hears of, and there is no other way to ask.
 */
async function isAwake(element: Element, until: number): Promise<boolean> {
  for (let pause = 0; element.isConnected && Date.now() <= until; pause = LOOK_MS) {
    await new Promise((done) => setTimeout(done, pause))
    if (Object.keys(element).some((key) => key.startsWith('__reactProps'))) return true
  }
  return false
}

/** Says once more what stands in a field. React takes it for news only where it saw something else there before. */
function enter(field: Field, typed: string | boolean): void {
  if (typeof typed === 'boolean') {
    const box = field as HTMLInputElement
    box.checked = !typed
    box.click()
    return
  }
  const caret = field instanceof HTMLSelectElement ? null : field.selectionStart
  field.value = typed === '' ? ' ' : ''
  // As a hand would: past the property by which React watches what scripts write.
  Reflect.set(Object.getPrototypeOf(field), 'value', typed, field)
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
  if (caret !== null && document.activeElement === field) (field as HTMLInputElement).setSelectionRange(caret, caret)
}
