'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { focusFootLater } from '@/app/_percakapan/context/focus'
import { usePercakapan } from '@/app/_percakapan/context/percakapan-context'
import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'

type Verb = 'terima' | 'tolak' | 'batalkan' | 'selesaikan'

/** Changes the konsultasi by one of its verbs. `error` is in words for the reader; true means that it worked. */
export function useKonsultasiVerb(verb: Verb) {
  const t = useTranslations('percakapan')
  const { store } = usePercakapan()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function act(json: JsonOf<`PUT /konsultasi/{id}/${Verb}`> = {}): Promise<boolean> {
    setBusy(true)
    setError(null)
    try {
      const { id } = store.snapshot().konsultasi
      store.foldKonsultasi((await askFor(`PUT /konsultasi/{id}/${verb}`, { id, json })).data)
      focusFootLater()
      return true
    } catch (cause) {
      setError(cause instanceof ApiError ? cause.message : t('galat.tanpaJawaban'))
      return false
    } finally {
      setBusy(false)
      // Also after a failure: the answer may have been lost after the deed, or somebody else was first.
      void store.catchUp()
    }
  }
  return { act, busy, error }
}
