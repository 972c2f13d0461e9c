'use client'

import { useEffect } from 'react'
import { useNews } from '@/app/_live/use-news'
import { usePoll } from '@/app/_live/use-poll'
import { useRealtime } from '@/app/_live/use-realtime'
import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import { besideOf } from '@/lib/client/api/beside'
import type { CursorPage } from '@/lib/contract/envelope'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { SaringMeja } from '@/lib/domain/penanda'

export interface KonsultasiPage {
  readonly data: KonsultasiView[]
  readonly pagination: CursorPage
}

interface Wanted {
  status?: StatusKonsultasi
  urut?: 'meja'
  saring?: SaringMeja
  q?: string
  cursor?: string
  per_page: number
}

/** A page of the list, and for which page of ours it was asked. */
interface Asked {
  readonly stamp: number
  readonly page: KonsultasiPage
  /** The mark of the desk that was heard last before this page was asked for; undefined where no conversation heard it. */
  readonly meja: string | undefined
}

/**
 * A list of konsultasi that keeps itself up to date while it is looked at: on events, on hints of other tabs, when the tab or the network
 * comes back, and by polling.
 * `first` is what the server knew when it made the page, null where it asked for no list; `stamp` names that moment, so that an older list is never
 * shown in its place. `page` is null until anything is known.
 */
export function useKonsultasi<First extends KonsultasiPage | null>(penggunaId: string, stamp: number, wanted: Wanted, first: First) {
  const realtime = useRealtime(penggunaId)
  const isDesk = isWholeDesk(wanted)
  const { data, isLoading, mutate } = usePoll<Asked>(
    'konsultasi',
    [penggunaId, wanted.status, wanted.urut, wanted.saring, wanted.q, wanted.cursor, wanted.per_page],
    async (known) => {
      const meja = isDesk ? besideOf(penggunaId).now('meja') : undefined
      // Nothing on it has changed: the conversation beside it has just heard so.
      if (known && meja !== undefined && known.meja === meja && known.stamp >= stamp) return known
      return { stamp, page: await fetchPage(wanted), meja }
    },
    { realtime, keepPreviousData: true, dedupingInterval: 500, revalidateOnMount: wanted.per_page !== first?.pagination.per_page },
  )

  useNews(penggunaId, mutate)
  useEffect(() => (isDesk ? besideOf(penggunaId).on('meja', mutate) : undefined), [penggunaId, mutate, isDesk])

  // The session has ended: a fresh load leads to signing in, and back.
  const error = data?.error
  useEffect(() => {
    if (!(error instanceof ApiError && error.status === 401) || isLeaving) return
    // Once: who is asked whether to leave what is unsent, and stays, is not asked again with each poll.
    isLeaving = true
    location.reload()
  }, [error])

  const known = data?.value
  return { page: known && known.stamp >= stamp ? known.page : first, late: (data?.failures ?? 0) > 0, loading: isLoading }
}

let isLeaving = false

/** An open conversation hears when this list changes (`meta.meja`). */
const isWholeDesk = ({ status, urut, saring, q = '', cursor }: Wanted) => urut === 'meja' && !status && !saring && !cursor && q === ''

const fetchPage = (wanted: Wanted): Promise<KonsultasiPage> => askFor('GET /konsultasi', { query: { ...wanted } })
