'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import fold from '@/app/_percakapan/context/fold.module.css'
import { useAgeAndSex, whomOf } from '@/app/_profil/words'
import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { ProfilView } from '@/lib/contract/profil'
import styles from './konsultasi-header.module.css'

/** In one line for whom it is: "untuk Ani, 4 th 2 bl, P". */
export function WhomLine({ nama, facts, alergi }: ReturnType<typeof whomOf> & { alergi?: string }) {
  const t = useTranslations('profil')
  const said = useAgeAndSex()(facts)
  return (
    <span className={styles.whom}>
      {t.rich('untuk', { nama: () => <bdi key="nama">{nama}</bdi> })}
      {said && `, ${said}`}
      {alergi && (
        <>
          , <span data-alergi={facts.alergi_diketahui ?? 'belum'}>{alergi}</span>
        </>
      )}
    </span>
  )
}

const panel = later(() => import('./profil-panel').then((part) => part.ProfilPanel))

/** For the dokter: for whom it is, and behind that line what is known of them and what was before. */
export function ForWhom({ konsultasi }: { konsultasi: KonsultasiView }) {
  const t = useTranslations('profil')
  const [opened, setOpened] = useState(0)
  const [profil, setProfil] = useState<ProfilView | null>(null)
  const whom = whomOf(konsultasi)
  // As it was at booking, until it is known as it is now.
  const alergi = profil ? profil.alergi : null
  const zat = alergi?.map((one) => one.zat).join(', ')
  const diketahui = profil ? (alergi ? (alergi.length > 0 ? 'ada' : 'tidak_ada') : null) : (whom.facts.alergi_diketahui ?? null)
  const words = zat ? t('alergi.nama', { zat }) : t(`alergi.${diketahui ?? 'belum'}`)
  return (
    <details className={fold.fold} onToggle={(event) => event.currentTarget.open && setOpened(opened + 1)}>
      <summary>
        <WhomLine {...whom} facts={{ ...whom.facts, alergi_diketahui: diketahui }} alergi={words} />
      </summary>
      <div className={fold.text}>
        <LaterPart of={panel} key={opened} konsultasi={konsultasi} onRead={setProfil} />
      </div>
    </details>
  )
}
