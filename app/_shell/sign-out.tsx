'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions, DialogClose } from '@/app/_ui/dialog/dialog'
import { ask } from '@/lib/client/api/api'
import { identityHere } from '@/lib/client/device/identity'
import { later } from '@/lib/client/page/later'

const fetchDevice = later(() => import('@/lib/client/account/wipe-device'))

type State = 'idle' | 'asking' | 'leaving' | 'failed'

const SignOut = createContext<{ start: () => void; leaving: boolean }>({ start: () => {}, leaving: false })

/** What a button or a menu item needs to sign out. */
export const useSignOut = () => useContext(SignOut)

/**
 * Signing out asks first when there is text on this device that was not sent. It ends the session on the server, then wipes this device and leaves by a full load, so that nothing of the account stays in
 * memory for the next person at this computer.
 */
export function SignOutProvider({ penggunaId, children }: { penggunaId: string; children: ReactNode }) {
  const t = useTranslations('umum')
  const [state, setState] = useState<State>('idle')

  const leave = async () => {
    setState('leaving')
    try {
      // First: what ends a session must be able to wipe the device too.
      const { wipeLocal } = await fetchDevice()
      await ask('POST /auth/logout')
      await wipeLocal().catch(() => {})
      location.assign('/masuk')
    } catch {
      setState('failed')
    }
  }
  const start = async () => {
    setState('leaving')
    if (await hasUnsent(penggunaId)) setState('asking')
    else await leave()
  }

  return (
    <SignOut.Provider value={{ start, leaving: state === 'leaving' }}>
      {children}
      <Dialog
        open={state === 'asking' || state === 'failed'}
        onOpenChange={(open) => open || setState('idle')}
        title={t('keluar.judul')}
        closeLabel={t('tutup')}
      >
        {state === 'failed' ? (
          <Alert tone="danger" role="alert">
            <p>{t('keluar.gagal')}</p>
          </Alert>
        ) : (
          <p>{t('keluar.belumTerkirim')}</p>
        )}
        <DialogActions>
          <DialogClose>
            <Button>{t('keluar.tetap')}</Button>
          </DialogClose>
          <Button variant={state === 'failed' ? 'primary' : 'danger'} onClick={leave}>
            {state === 'failed' ? t('cobaLagi') : t('keluar.ya')}
          </Button>
        </DialogActions>
      </Dialog>
    </SignOut.Provider>
  )
}

const hasUnsent = (penggunaId: string) =>
  fetchDevice()
    .then((device) => device.hasUnsentText(penggunaId))
    .catch(() => false)

/** The way out on a page that has no wing around it. */
export const SignOutHere = () => (
  <SignOutProvider penggunaId={identityHere()}>
    <SignOutButton />
  </SignOutProvider>
)

function SignOutButton() {
  const t = useTranslations('umum.menu')
  const { start, leaving } = useSignOut()
  return (
    <Button icon="sign-out" busy={leaving} onClick={start}>
      {t('keluar')}
    </Button>
  )
}
