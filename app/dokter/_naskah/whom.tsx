'use client'

import { useTranslations } from 'next-intl'
import { umurToday, useAgeAndSex } from '@/app/_profil/words'
import { Avatar } from '@/app/_ui/avatar'
import type { ProfilView } from '@/lib/contract/profil'
import styles from './naskah.module.css'

/** For whom it is, as it is known now: never to be taken for somebody else of the family. */
export function Whom({ profil }: { profil: ProfilView }) {
  const t = useTranslations('naskah.penutup')
  const facts = useAgeAndSex()({ umur: umurToday(profil.tanggal_lahir), jenis_kelamin: profil.jenis_kelamin })
  const daftar = profil.alergi?.map(({ zat }) => zat).join(', ')
  return (
    <div className={styles.whom}>
      <Avatar name={profil.nama} seed={profil.id} size="md" letters />
      <div>
        <p className={styles.name}>
          <bdi>{profil.nama}</bdi>
          {facts && `, ${facts}`}
        </p>
        <p className={daftar ? styles.allergy : styles.hint}>
          {profil.alergi === null ? t('alergiBelum') : daftar ? t('alergi', { daftar }) : t('alergiTidakAda')}
        </p>
      </div>
    </div>
  )
}
