type Listener<News extends unknown[] = []> = (...news: News) => void

/** Those who want to hear of something. */
export interface Listeners<News extends unknown[] = []> {
  /** Hears until the returned function is called. */
  readonly hear: (listener: Listener<News>) => () => void
  readonly tell: Listener<News>
  readonly clear: () => void
  readonly isEmpty: () => boolean
}

export function createListeners<News extends unknown[] = []>(): Listeners<News> {
  const all = new Set<Listener<News>>()
  return {
    hear(listener) {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell(...news) {
      for (const listener of all) listener(...news)
    },
    clear: () => all.clear(),
    isEmpty: () => all.size === 0,
  }
}
