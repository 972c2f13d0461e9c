import { ask } from '@/lib/client/api/api'

/** At least this long between two signals, in milliseconds; the server forgets one after 6 s. */
const EVERY_MS = 3000

/** What is sent right away is not announced first: the announcement could come after the pesan. */
const DELAY_MS = 300

/** Tells the other side of one konsultasi that something is being written. It is only a courtesy: a failure is nobody's business. */
export function createTypingSignal(konsultasiId: string) {
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    if (!navigator.onLine) return
    last = Date.now()
    ask('PUT /konsultasi/{id}/mengetik', { id: konsultasiId }).catch(() => undefined)
  }
  return {
    typed() {
      if (Date.now() - last >= EVERY_MS) timer ??= setTimeout(tell, DELAY_MS)
    },
    sent() {
      clearTimeout(timer)
      timer = undefined
      last = 0
    },
  }
}
