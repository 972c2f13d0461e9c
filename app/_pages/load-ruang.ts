import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { ListKonsultasi } from '@/lib/contract/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { listKonsultasi } from '@/lib/operations/read-konsultasi'

/** Rows of a first screen; each "more" adds as many. */
const PER_PAGE = '20'

/** The address of the page that was asked for: its path and its query. A layout is told neither. */
export async function askedAddress(): Promise<URL> {
  return new URL((await headers()).get('x-sapa-path') ?? '/', 'http://sapa.invalid')
}

/** The first page of the desk as an address asks for it; a filter or cursor that is none counts as left out. */
export async function loadMeja(actor: Actor, search: URLSearchParams) {
  const { status, saring, q, cursor } = Object.fromEntries(search)
  const asked = ListKonsultasi.safeParse({ status, saring, q, cursor, urut: 'meja', per_page: PER_PAGE })
  const meant = asked.success ? asked.data : ListKonsultasi.parse({ urut: 'meja', per_page: PER_PAGE })
  return {
    page: await listKonsultasi(actor, meant, await getLocale()),
    wanted: { status: meant.status, saring: meant.saring, q: meant.q || undefined, cursor: meant.cursor ? cursor : undefined },
    stamp: Date.now(),
  }
}
