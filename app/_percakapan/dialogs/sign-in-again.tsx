'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { usePercakapan, useThread } from '@/app/_percakapan/context/percakapan-context'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { LaterDialog } from '@/app/_ui/later/later-dialog'
import { later } from '@/lib/client/page/later'

const signInAgainDialog = later(() => import('./sign-in-again-dialog').then((part) => part.SignInAgainDialog))

/**
 * A dialog takes the focus only when nobody has pressed a key for this long, in milliseconds: what is being typed belongs to the composer, also
 * while somebody stops for a second or two to look for a word.
 */
const QUIET_MS = 3000

/** The session has ended: the same person signs in over the conversation, and goes on where the last word was typed. */
export function SignInAgain() {
  const t = useTranslations('percakapan.masukLagi')
  const { me } = usePercakapan()
  const nama = useThread(({ konsultasi }) => (me.peran === 'dokter' ? konsultasi.dokter.nama : konsultasi.pasien.nama))
  const noKeyPressed = useNoKeyPressed()
  const [dismissed, setDismissed] = useState(false)
  useFocusBack()
  return (
    <>
      <Alert tone="danger" role="alert">
        <p>{t('berakhir')}</p>
        <Button size="sm" onClick={() => setDismissed(false)}>
          {t('buka')}
        </Button>
      </Alert>
      {noKeyPressed && !dismissed && <LaterDialog of={signInAgainDialog} nama={nama} open onOpenChange={(open) => setDismissed(!open)} />}
    </>
  )
}

function useNoKeyPressed(): boolean {
  const [quiet, setQuiet] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setQuiet(true), QUIET_MS)
    }
    wait()
    addEventListener('keydown', wait, true)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', wait, true)
    }
  }, [])
  return quiet
}

/** When it is over, the focus is again where it was. */
function useFocusBack() {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      // Later: until the dialog is gone it draws every focus back to itself.
      setTimeout(() => before instanceof HTMLElement && before.focus())
    }
  }, [])
}
