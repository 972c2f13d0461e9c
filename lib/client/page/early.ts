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

/** So long after the page was awake its parts are waited for, in milliseconds, and so often it is looked whether they are. */
const PATIENCE_MS = 8000
const LOOK_MS = 50

let tellCaughtUp: () => void = () => undefined

/** Resolves when the page has heard what was typed and chosen before it was awake. */
export const caughtUp = new Promise<void>((done) => {
  tellCaughtUp = done
})

let hasBegun = false

/** Does again what somebody did before the page was awake: nothing heard it then (decision 200). Once for each page. */
export function catchUp(): void {
  if (hasBegun) return
  hasBegun = true
  const { sapaDini: early } = window
  delete window.sapaDini
  if (early) void doAgain(early, Date.now() + PATIENCE_MS)
  else tellCaughtUp()
}

async function doAgain({ dengar, catat, tombol, isian }: NonNullable<Window['sapaDini']>, until: number): Promise<void> {
  removeEventListener('click', dengar, true)
  try {
    await enterAll(isian, until)
  } finally {
    removeEventListener('input', catat, true)
    tellCaughtUp()
  }
  if (tombol && (await isAwake(tombol, until))) tombol.click()
}

/** What is still typed meanwhile is written down as well, so the last word counts; a choice that was taken back is not among them. */
async function enterAll(isian: Isian, until: number): Promise<void> {
  const drawn = new Map([...isian.keys()].map((field) => [field, drawnIn(field)]))
  // First where somebody is typing: drawing the others would move their caret.
  const fields = [...isian.keys()].sort((a, b) => Number(b === document.activeElement) - Number(a === document.activeElement))
  for (const field of fields) {
    if (!(await isAwake(field, until))) continue
    const typed = isian.get(field)
    if (typed !== undefined && !field.disabled) enter(field, typed, drawn.get(field))
  }
}

/** What the server has drawn there; undefined where that is not known as text. */
const drawnIn = (field: Field) => (field instanceof HTMLSelectElement ? undefined : field.defaultValue)

/**
 * Waits until React hears of this element, in a task of its own: what was done with the one before has been drawn by then. Parts of the page wake up
 * one after the other; React marks what it hears of, and there is no other way to ask.
 */
async function isAwake(element: Element, until: number): Promise<boolean> {
  for (let pause = 0; element.isConnected; pause = LOOK_MS) {
    await new Promise((done) => setTimeout(done, pause))
    if (Object.keys(element).some((key) => key.startsWith('__reactProps'))) return true
    if (Date.now() > until) break
  }
  return false
}

/** Says once more what stands in a field. React takes it for news only where it saw something else there before. */
function enter(field: Field, typed: string | boolean, drawn: string | undefined): void {
  if (typeof typed === 'boolean') {
    const box = field as HTMLInputElement
    box.checked = !typed
    box.click()
    return
  }
  // No script may write into a file field, and React asks neither of them for news.
  if (field.type === 'file' || field instanceof HTMLSelectElement) {
    if (field.type !== 'file') field.value = typed
    tell(field, 'change')
    return
  }
  // As it was drawn: somebody thought better of it, or has not finished (half a date).
  if (typed === drawn) return
  // A draft has come between: what was typed since goes below it, and a line keeps the draft.
  const isDraft = field.value !== typed && field.value !== drawn
  if (isDraft && !(field instanceof HTMLTextAreaElement)) return
  const said = isDraft ? `${field.value}\n${typed}` : typed
  // Not written where it stands already: a word may be half composed.
  if (field.value !== said) field.value = said
  ;(field as Watched)._valueTracker?.setValue(`${said} `)
  tell(field, 'input')
}

/** By this React remembers what it saw last in a field. */
type Watched = Field & { _valueTracker?: { setValue(value: string): void } }

function tell(field: Field, type: 'input' | 'change'): void {
  field.dispatchEvent(new Event(type, { bubbles: true }))
}
