import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { IconName } from '@/app/_ui/icon'
import type { Peran } from '@/lib/domain/pengguna'
import { Account, type Owner } from './account'
import { Brand } from './brand'
import { ConfirmBar } from './confirm-bar'
import { Main, SkipLink } from './main'
import { NavLinks } from './nav-links'
import { NewVersion } from './new-version'
import styles from './shell.module.css'

/** Per wing: where its links lead, under which key of `umum.menu` their words are, and their icons. The first is its home. */
const LINKS = {
  pasien: [
    ['/pasien', 'beranda', 'home'],
    ['/pasien/konsultasi', 'konsultasi', 'chat'],
    ['/pasien/dokumen', 'dokumen', 'file'],
    ['/pasien/cari', 'cari', 'search'],
  ],
  dokter: [
    ['/dokter', 'beranda', 'home'],
    ['/dokter/konsultasi', 'konsultasi', 'chat'],
    ['/dokter/cari', 'cari', 'search'],
  ],
  admin: [
    ['/admin', 'ringkasan', 'home'],
    ['/admin/dokter', 'dokter', 'stethoscope'],
    ['/admin/pengguna', 'pengguna', 'users'],
    ['/admin/konsultasi', 'konsultasi', 'chat'],
    ['/admin/audit', 'audit', 'shield'],
  ],
} as const satisfies Record<Peran, readonly (readonly [string, string, IconName])[]>

/** What a narrow telephone shows as its icon alone: with all words nothing would be left of the rest. */
const COMPACT: Readonly<Record<Peran, readonly string[]>> = { pasien: ['beranda', 'dokumen', 'cari'], dokter: ['cari'], admin: [] }

interface Props {
  owner: Owner
  walled?: boolean
  unconfirmed?: string | null
  children: ReactNode
}

/**
 * A browser's translator takes words out of the page that React goes on changing; so only what people wrote is offered to it (`translate="yes"`).
 * The frame of a wing: skip link, header with its links and the account, and `<main>`. Needs `umum` in `<Texts>`. `walled`: only the page that
 * it frames is open to them, so nothing leads elsewhere. `unconfirmed` is their address while they have not confirmed it.
 */
export function Shell({ owner, walled = false, unconfirmed = null, children }: Props) {
  const t = useTranslations('umum')
  const links = LINKS[owner.peran].map(([href, key, icon]) => ({
    href,
    label: t(`menu.${key}`),
    icon,
    compact: COMPACT[owner.peran].includes(key),
  }))
  return (
    <div className={styles.shell} translate="no">
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.inner} data-peran={owner.peran}>
          <Brand href={`/${owner.peran}`} />
          {!walled && <NavLinks label={t('menu.utama')} links={links} />}
          <Account owner={owner} walled={walled} />
        </div>
      </header>
      <NewVersion penggunaId={owner.id} />
      {unconfirmed && !walled && <ConfirmBar email={unconfirmed} />}
      <Main>{children}</Main>
    </div>
  )
}
