import { pageHeaders } from '@/lib/client/api/api'
import { JUMLAH_HALAMAN_HEADER } from '@/lib/contract/headers'

/** A page as the server drew it: where its picture is on this device, and how many pages there are, where that is known. */
export interface PdfPage {
  readonly url: string
  readonly jumlah: number | null
}

/** There is none: it can never be drawn, or cannot be had now. */
export type NoPage = 'refused' | 'failed'

/** In milliseconds: as long as the server lets a page wait and be drawn, and as a slow line takes. */
const TIMEOUT_MS = 45_000

/** The pages of one PDF, each asked for once while it is looked at. */
export class PdfPages {
  private readonly pages = new Map<string, Promise<PdfPage | NoPage>>()

  /** `src` is where the server draws it. */
  get(src: string): Promise<PdfPage | NoPage> {
    const page = this.pages.get(src) ?? fetchPage(src)
    this.pages.set(src, page)
    return page
  }

  /** Lets go of one that could not be had, so that it is asked for anew. */
  forget(src: string): void {
    this.pages.delete(src)
  }

  /** Gives back the memory of all pictures. */
  dispose(): void {
    for (const page of this.pages.values()) void page.then((it) => typeof it === 'object' && URL.revokeObjectURL(it.url))
    this.pages.clear()
  }
}

/** The copy that the browser keeps is asked about and used: it is not drawn twice. */
async function fetchPage(src: string): Promise<PdfPage | NoPage> {
  try {
    const answer = await fetch(src, { headers: pageHeaders(), signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (answer.status === 415 || answer.status === 404) return 'refused'
    if (!answer.ok) return 'failed'
    const jumlah = Number(answer.headers.get(JUMLAH_HALAMAN_HEADER))
    return { url: URL.createObjectURL(await answer.blob()), jumlah: jumlah > 0 ? jumlah : null }
  } catch {
    return 'failed'
  }
}
