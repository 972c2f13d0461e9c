import type { BrowserContext, Response } from '@playwright/test'
import { undeclaredIn } from './declared'

/** Listens to what pages write as errors on the console, to exceptions that nobody caught, and to refusals that their calls do not name. */
export class Complaints {
  private readonly heard: string[] = []
  private readonly allowed: RegExp[] = []

  listenTo(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.heard.push(`${message.text()} (${message.location().url})`)
    })
    context.on('response', (response) => void this.judge(response))
    context.on('weberror', (error) => this.heard.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  }

  /** What has no JSON is not of the API: something on the way, or a page that has gone meanwhile. */
  private async judge(response: Response): Promise<void> {
    const { pathname } = new URL(response.url())
    if (response.status() < 400 || !pathname.startsWith('/api/v1/')) return
    const body = await response.json().catch(() => undefined)
    if (body !== undefined) this.heard.push(...undeclaredIn(response.request().method(), pathname, { status: response.status(), body }))
  }

  /** This test brings about complaints like this itself, for instance by cutting the network or asking for what is refused. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern)
  }

  unexpected(): string[] {
    return this.heard.filter((text) => !this.allowed.some((pattern) => pattern.test(text)))
  }
}
