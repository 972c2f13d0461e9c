import { bodyOf, NetworkError } from '@/lib/client/api/answer'
import { pageHeaders } from '@/lib/client/api/api'
import type { Answered } from '@/lib/contract/endpoints/calls'
import type { LampiranView } from '@/lib/contract/lampiran'
import type { Berkas } from './berkas'

/** Milliseconds without a byte leaving, on lines that are slow but not dead. */
const STALL_MS = 25_000

/** Milliseconds for what the system still holds to leave, and for the server to look at it. */
const ANSWER_MS = 60_000

interface Watch {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  onProgress(fraction: number): void
}

/**
 * Brings a file to the server for this konsultasi. No time-out on the whole, since a slow line may take minutes: only one on silence.
 * XMLHttpRequest, because fetch does not tell how much has left.
 * @throws ApiError when it is refused, NetworkError when there is no answer or `signal` ended it
 */
export function uploadBerkas(konsultasiId: string, berkas: Berkas, { signal, onProgress }: Watch): Promise<LampiranView> {
  const request = new XMLHttpRequest()
  return new Promise((done, fail) => {
    let reason: NetworkError['reason'] = 'unreachable'
    const end = (why: NetworkError['reason']) => {
      reason = why
      request.abort()
    }
    const silence = new Silence(() => end('timeout'))
    const onAbort = () => end('aborted')
    const settle = () => {
      silence.end()
      signal.removeEventListener('abort', onAbort)
      if (request.status === 0) return fail(new NetworkError(reason))
      answerOf(request).then(done, fail)
    }
    request.open('POST', '/api/v1/lampiran')
    for (const [name, value] of Object.entries({ Accept: 'application/json', ...pageHeaders() })) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => {
      silence.atMost(loaded < total ? STALL_MS : ANSWER_MS)
      onProgress(total > 0 ? loaded / total : 0)
    }
    request.onloadend = settle
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) return fail(new NetworkError('aborted'))
    silence.atMost(STALL_MS)
    request.send(formOf(konsultasiId, berkas))
  })
}

function formOf(konsultasiId: string, { isi, nama }: Berkas): FormData {
  const form = new FormData()
  form.append('konsultasi_id', konsultasiId)
  form.append('file', isi, nama)
  return form
}

async function answerOf(request: XMLHttpRequest): Promise<LampiranView> {
  const { status, responseText: text } = request
  const body = bodyOf<Answered<'POST /lampiran'>>({ status, retryAfter: request.getResponseHeader('retry-after'), text })
  if (!body) throw new NetworkError('foreign')
  return body.data
}

/** Counts the time since the last sign of life. */
class Silence {
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly tooLong: () => void) {}

  atMost(ms: number) {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.tooLong, ms)
  }

  end() {
    clearTimeout(this.timer)
  }
}
