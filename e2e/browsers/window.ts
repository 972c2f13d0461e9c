import { expect } from '@playwright/test'

/** The commands of WebDriver that are needed here, by the names that Firefox gives them. */
export type Command =
  | 'NewSession'
  | 'Navigate'
  | 'SetWindowRect'
  | 'FindElements'
  | 'GetComputedLabel'
  | 'ElementClick'
  | 'ElementSendKeys'
  | 'PerformActions'
  | 'ExecuteScript'
  | 'TakeScreenshot'

/** Has the browser do one command, and gives the value of its answer. */
export type Send = (command: Command, params?: Readonly<Record<string, unknown>>) => Promise<unknown>

export interface Look {
  readonly isDark: boolean
  /** Where the system under test will be, beside 127.0.0.1. */
  readonly addresses: readonly string[]
}

export interface StartedBrowser {
  readonly send: Send
  readonly stop: () => Promise<void>
}

const SELECTORS = {
  button: 'button',
  link: 'a[href]',
  textbox: 'input, textarea',
  radio: 'input[type=radio]',
  img: 'img',
  dialog: 'dialog, [role=dialog]',
} as const
export type Role = keyof typeof SELECTORS

/** Keys as WebDriver writes them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const KEYS = { enter: '\uE007', escape: '\uE00C', shift: '\uE008' } as const

interface Element {
  readonly [key: string]: string
}
const idOf = (element: Element | undefined): string => Object.values(element ?? {})[0] ?? ''

/** What a person does at a browser's window and sees there. Everything waits until it can be done or seen. */
export class Window {
  constructor(
    private readonly send: Send,
    /** The system under test as this window reaches it. */
    readonly url: string,
  ) {}

  open = (path: string): Promise<unknown> => this.send('Navigate', { url: this.url + path })
  /** Firefox asks past the service worker when it is told to refresh; a person's reload does not. */
  reload = async (): Promise<unknown> => this.send('Navigate', { url: await this.run('return location.href') })
  resize = (width: number, height: number): Promise<unknown> => this.send('SetWindowRect', { width, height })

  async click(role: Role, name: string | RegExp): Promise<void> {
    await this.until(async () => this.send('ElementClick', { id: await this.find(role, name) }))
  }

  /** Types behind what stands there already. */
  async type(name: string, ...keys: string[]): Promise<void> {
    await this.until(async () => this.send('ElementSendKeys', { id: await this.find('textbox', name), text: keys.join('') }))
  }

  /** Presses a key wherever the focus is. */
  async press(key: string): Promise<void> {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }))
    await this.send('PerformActions', { actions: [{ type: 'key', id: 'papan-ketik', actions }] })
  }

  /** Gives a file to the page's chooser, as the system's dialog would. */
  async choose(file: string): Promise<void> {
    const [chooser] = (await this.send('FindElements', { using: 'css selector', value: 'input[type=file]' })) as Element[]
    await this.send('ElementSendKeys', { id: idOf(chooser), text: file })
  }

  async has(role: Role, name: string | RegExp): Promise<void> {
    await this.until(() => this.find(role, name))
  }

  async hasNo(role: Role, name: string | RegExp): Promise<void> {
    await this.until(async () => expect(await this.matching(role, name)).toEqual([]))
  }

  /** These words stand somewhere on the page. */
  sees = (text: string): Promise<void> => expect.poll(() => this.run<string>('return document.body.innerText')).toContain(text)

  /** Runs the body of a function in the page. */
  run = <Value>(script: string, ...args: unknown[]): Promise<Value> => this.send('ExecuteScript', { script, args }) as Promise<Value>

  screenshot = async (): Promise<Buffer> => Buffer.from(String(await this.send('TakeScreenshot')), 'base64')

  private async find(role: Role, name: string | RegExp): Promise<string> {
    const found = await this.matching(role, name)
    expect(found, `${role} ${name}`).toHaveLength(1)
    return found[0] ?? ''
  }

  /** Those in sight whose name in the browser's own accessibility tree is this one; the page only narrows them down, as that is slow. */
  private async matching(role: Role, name: string | RegExp): Promise<string[]> {
    const candidates = await this.run<Element[]>(IN_SIGHT, SELECTORS[role], ...(typeof name === 'string' ? [name, ''] : [name.source, 'i']))
    const found: string[] = []
    for (const id of candidates.map(idOf)) {
      const label = String(await this.send('GetComputedLabel', { id }))
      if (typeof name === 'string' ? label === name : name.test(label)) found.push(id)
    }
    return found
  }

  /** What a person waits for before the next step: it is there, nothing lies over it, and the page has not just drawn it anew. */
  private until = (step: () => Promise<unknown>): Promise<void> => expect(step).toPass({ timeout: 30_000, intervals: [50, 100] })
}

/** Elements of a selector in sight, and not behind a modal dialog, that may have this name. */
const IN_SIGHT = `
  const [selector, name, flags] = arguments
  const wanted = flags ? new RegExp(name, flags) : { test: (text) => text.includes(name) }
  const named = (e) => [e.ariaLabel, e.alt, e.textContent, ...[...(e.labels ?? [])].map((label) => label.textContent),
    document.getElementById(e.getAttribute('aria-labelledby'))?.textContent]
  const modal = document.querySelector('dialog:modal') ?? document
  return [...document.querySelectorAll(selector)].filter((e) => modal.contains(e) && e.checkVisibility() && named(e).some((text) => text && wanted.test(text)))`
