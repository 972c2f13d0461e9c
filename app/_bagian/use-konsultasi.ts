'use client'

import { useEffect } from 'react'
import useSWR from 'swr'
import { ApiError } from '@/lib/client/answer'
import { askFor } from '@/lib/client/api'
import type { CursorPagination, Success } from '@/lib/contract/envelope'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { useNews } from './use-news'
import { useRealtime } from './use-realtime'

export interface KonsultasiPage {
  readonly data: KonsultasiView[]
  readonly pagination: CursorPagination
}

interface Wanted {
  status?: StatusKonsultasi
  cursor?: string
  per_page: number
}

/** Milliseconds between polls: the whole way of hearing without realtime, a safety net with it. */
const POLL_MS = 2000
const SAFETY_POLL_MS = 10_000

/**
 * A list of konsultasi that keeps itself up to date while it is looked at: on events, on hints of other tabs, when the tab or the network
 * comes back, and by polling.
 * `first` is what the server knew when it made the page; `stamp` names that moment, so that an older list is never shown in its place.
 */
export function useKonsultasi(penggunaId: string, stamp: number, wanted: Wanted, first: KonsultasiPage) {
  const realtime = useRealtime(penggunaId)
  const { data, error, isLoading, mutate } = useSWR(
    ['konsultasi', penggunaId, stamp, wanted.status, wanted.cursor, wanted.per_page],
    () => fetchPage(wanted),
    {
      fallbackData: first,
      keepPreviousData: true,
      refreshInterval: realtime === 'connected' ? SAFETY_POLL_MS : POLL_MS,
      focusThrottleInterval: 1000,
      dedupingInterval: 500,
      revalidateOnMount: wanted.per_page !== first.pagination.per_page,
    },
  )

  useNews(penggunaId, mutate)

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
