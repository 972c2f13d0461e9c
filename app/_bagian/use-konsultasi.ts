'use client'

import { useEffect } from 'react'
import useSWR from 'swr'
import { ApiError, askFor } from '@/lib/client/api'
import type { CursorPagination, Success } from '@/lib/contract/envelope'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { realtimeOf } from '@/lib/realtime/connection'

export interface KonsultasiPage {
  readonly data: KonsultasiView[]
  readonly pagination: CursorPagination
}

interface Wanted {
  status?: StatusKonsultasi
  cursor?: string
  per_page: number
}

/** Without an event, in milliseconds: a list may be a little late, a conversation not. */
const REFRESH_MS = 10_000

/** Events that come together are answered by one question, in milliseconds. */
const GATHER_MS = 300

/**
 * A list of konsultasi that keeps itself up to date while it is looked at: on events, when the tab or the network comes back, and every 10 s.
 * `first` is what the server knew when it made the page; `stamp` names that moment, so that an older list is never shown in its place.
 */
export function useKonsultasi(penggunaId: string, stamp: number, wanted: Wanted, first: KonsultasiPage) {
  const { data, error, isLoading, mutate } = useSWR(
    ['konsultasi', penggunaId, stamp, wanted.status, wanted.cursor, wanted.per_page],
    () => fetchPage(wanted),
    {
      fallbackData: first,
      keepPreviousData: true,
      refreshInterval: REFRESH_MS,
      revalidateOnMount: wanted.per_page !== first.pagination.per_page,
    },
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = realtimeOf(penggunaId).on((event) => {
      if (event === 'Typing') return
      clearTimeout(timer)
      timer = setTimeout(() => void mutate(), GATHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [penggunaId, mutate])

  // The session has ended: a fresh load leads to signing in, and back.
  useEffect(() => {
    if (error instanceof ApiError && error.status === 401) location.reload()
  }, [error])

  return { page: data, late: error !== undefined, loading: isLoading }
}

function fetchPage({ status, cursor, per_page }: Wanted): Promise<KonsultasiPage> {
  const query = new URLSearchParams({ per_page: String(per_page), ...(status && { status }), ...(cursor && { cursor }) })
  return askFor<Success<KonsultasiView[], undefined, CursorPagination>>(`/konsultasi?${query}`)
}
