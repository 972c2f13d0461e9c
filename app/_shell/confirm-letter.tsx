'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { ApiError } from '@/lib/client/api/answer'
import { ask } from '@/lib/client/api/api'
import styles from './confirm-bar.module.css'

type State = 'asks' | 'sending' | 'sent' | 'often' | 'failed'

/** Says which letter was not followed yet, and sends it again. */
export function ConfirmLetter({ email }: { email: string }) {
  const t = useTranslations('umum.konfirmasi')
  const [state, setState] = useState<State>('asks')

  const send = () => {
    setState('sending')
    ask('POST /akun/email/konfirmasi').then(
      () => setState('sent'),
      (error: unknown) => setState(error instanceof ApiError && error.status === 429 ? 'often' : 'failed'),
    )
  }
  const words = state === 'sending' ? 'asks' : state
  return (
    <aside className={styles.bar} aria-label={t('nama')}>
      <p className={styles.words} aria-live="polite">
        {t(words, { email })}
      </p>
      {(words === 'asks' || words === 'failed') && (
        <Button size="sm" busy={state === 'sending'} onClick={send}>
          {t('ulang')}
        </Button>
      )}
    </aside>
  )
}
