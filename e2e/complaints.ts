import type { BrowserContext } from '@playwright/test'

/** Listens to what pages write as errors on the console and to exceptions that nobody caught. */
export class Complaints {
  private readonly heard: string[] = []
  private readonly allowed: RegExp[] = []

  listenTo(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.heard.push(`${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (error) => this.heard.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  }

  /** This test brings about complaints like this itself, for instance by cutting the network or asking for what is refused. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern)
  }

  unexpected(): string[] {
    return this.heard.filter((text) => !this.allowed.some((pattern) => pattern.test(text)))
  }
}
