'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useState } from 'react'
import { Kabar } from '@/app/_kabar/kabar'
import { Avatar } from '@/app/_ui/avatar'
import { Button } from '@/app/_ui/button'
import { LaterDialog } from '@/app/_ui/later/later-dialog'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/app/_ui/menu/menu'
import { takeOver } from '@/lib/client/account/take-over'
import { ask } from '@/lib/client/api/api'
import { claimIdentity, onIdentityLost } from '@/lib/client/device/identity'
import { forgetAfterSigningOut } from '@/lib/client/outbox/jottings'
import { outboxOf } from '@/lib/client/outbox/outbox-browser'
import { later } from '@/lib/client/page/later'
import { soon } from '@/lib/client/page/soon'
import type { Bahasa } from '@/lib/domain/bahasa'
import { initialsOf } from '@/lib/domain/inisial'
import type { Peran } from '@/lib/domain/pengguna'
import styles from './account.module.css'
import { LanguageSwitch, useLanguage } from './language-switch'
import { ServiceWorker } from './service-worker'
import { SignOutProvider, useSignOut } from './sign-out'

const kabarDialog = later(() => import('@/app/_kabar/kabar-dialog').then((part) => part.KabarDialog))

export interface Owner {
  id: string
  nama: string
  peran: Peran
}

/** Who is signed in, the other language, the way out: in a row where there is room, in a menu where there is not. */
export function Account({ owner, walled }: { owner: Owner; walled: boolean }) {
  useOwnership(owner)
  const [choosing, setChoosing] = useState(false)
  // Nothing is ever written to an admin, nor told to somebody who may not look yet.
  const choose = owner.peran === 'admin' || walled ? null : () => setChoosing(true)
  return (
    <SignOutProvider penggunaId={owner.id}>
      <ServiceWorker />
      <div className={styles.row}>
        <AkunLink owner={owner} />
        {choose && <KabarButton onClick={choose} />}
        <LanguageSwitch onChange={walled ? undefined : writeIn} />
        <SignOutButton />
      </div>
      <div className={styles.menu}>
        <AccountMenu owner={owner} onKabar={choose} onLanguage={walled ? undefined : writeIn} />
      </div>
      {choose && <Kabar penggunaId={owner.id} />}
      {choosing && <LaterDialog of={kabarDialog} penggunaId={owner.id} peran={owner.peran} open onOpenChange={setChoosing} />}
    </SignOutProvider>
  )
}

/** Letters and notifications follow the language of the pages. The pages do not wait for that, and it can be chosen in the account as well. */
const writeIn = (bahasa: Bahasa) => void ask('PUT /akun/kabar', { json: { bahasa }, keepalive: true }).catch(() => undefined)

/** This browser is theirs now: what they left unsent goes on from whichever page, and the page ends with their being here. */
function useOwnership({ id, nama, peran }: Owner) {
  useEffect(() => {
    claimIdentity(id)
    if (peran !== 'admin') outboxOf(id)
    return onIdentityLost(id, () => {
      forgetAfterSigningOut()
      location.replace('/masuk')
    })
  }, [id, peran])
  useEffect(() => soon(() => takeOver({ id, nama, peran })), [id, nama, peran])
}

function AkunLink({ owner }: { owner: Owner }) {
  const t = useTranslations('umum')
  return (
    <Link href="/akun" prefetch={false} className={styles.owner}>
      <Avatar name={owner.nama} seed={owner.id} size="sm" />
      <span className={styles.words}>
        <span className={styles.name}>{owner.nama}</span>
        <span className={styles.peran}>{t(`peran.${owner.peran}`)}</span>
      </span>
      <span className="visually-hidden">{t('menu.akunSaya')}</span>
    </Link>
  )
}

function KabarButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations('kabar')
  const openFrom = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // Safari gives no focus to a button that is clicked, and it must come back there.
    currentTarget.focus()
    onClick()
  }
  return (
    <Button variant="quiet" size="sm" icon="bell" iconOnly aria-haspopup="dialog" onClick={openFrom}>
      {t('menu')}
    </Button>
  )
}

function KabarItem({ onSelect }: { onSelect: () => void }) {
  const t = useTranslations('kabar')
  return (
    <MenuItem icon="bell" onSelect={onSelect}>
      {t('menu')}
    </MenuItem>
  )
}

function SignOutButton() {
  const t = useTranslations('umum.menu')
  const { start, leaving } = useSignOut()
  return (
    <Button variant="quiet" size="sm" icon="sign-out" busy={leaving} onClick={start}>
      {t('keluar')}
    </Button>
  )
}

interface MenuProps {
  owner: Owner
  onKabar: (() => void) | null
  onLanguage: typeof writeIn | undefined
}

function AccountMenu({ owner, onKabar, onLanguage }: MenuProps) {
  const t = useTranslations('umum')
  const { start } = useSignOut()
  const { other, change } = useLanguage(onLanguage)
  const router = useRouter()
  // What is seen on it is part of its name (WCAG 2.5.3).
  const trigger = (
    <button type="button" className={styles.trigger} aria-label={`${initialsOf(owner.nama)}, ${t('menu.akun', { nama: owner.nama })}`}>
      <Avatar name={owner.nama} seed={owner.id} size="sm" />
    </button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuLabel>
        <span className={styles.name}>{owner.nama}</span>
        <br />
        {t(`peran.${owner.peran}`)}
      </MenuLabel>
      <MenuSeparator />
      <MenuItem icon="user" onSelect={() => router.push('/akun')}>
        {t('menu.akunSaya')}
      </MenuItem>
      {onKabar && <KabarItem onSelect={onKabar} />}
      <MenuItem icon="globe" onSelect={change}>
        <span lang={other}>{t('bahasa.ganti')}</span>
      </MenuItem>
      <MenuItem icon="sign-out" onSelect={start}>
        {t('menu.keluar')}
      </MenuItem>
    </Menu>
  )
}
