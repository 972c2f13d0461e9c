import { useTranslations } from 'next-intl'
import { useState } from 'react'
import styles from '@/app/_profil/profil.module.css'
import { LeastFields, missingOf, readFacts } from '@/app/_profil/profil-fields'
import { umurToday, useAgeAndSex } from '@/app/_profil/words'
import { Avatar } from '@/app/_ui/avatar'
import { Button } from '@/app/_ui/button'
import { RadioCards } from '@/app/_ui/field/radio-cards'
import { ask } from '@/lib/client/api/api'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { ProfilView } from '@/lib/contract/profil'
import { PROFIL_MAX } from '@/lib/domain/profil'

type Whom = ReturnType<typeof useWhom>

/** For whom somebody books: themselves, unless they go on from a konsultasi of somebody else or choose them. */
export function useWhom(known: readonly ProfilView[], before: KonsultasiView | null) {
  const [all, setAll] = useState(known)
  const [chosenId, choose] = useState((known.find(({ id }) => id === before?.profil.id) ?? known[0])?.id)
  const [adding, setAdding] = useState(false)
  const chosen = all.find(({ id }) => id === chosenId)
  const add = (profil: ProfilView) => {
    setAll([...all, profil])
    choose(profil.id)
  }
  /** What was filled in of what is missing is kept first, so that the dokter has it when they are told. */
  const keep = async (data: FormData) => {
    const said = Object.entries(readFacts(data)).filter(([, value]) => value !== null && value !== undefined)
    if (chosen && missingOf(chosen).length > 0 && said.length > 0)
      await ask('PUT /profil/{id}', { id: chosen.id, json: Object.fromEntries(said) })
  }
  return { all, chosen, choose, adding, setAdding, add, keep }
}

/** For whom, and what a dokter must know of them that nobody has said yet. */
export function WhomFields({ all, chosen, choose, setAdding, errors }: Whom & { errors: Readonly<Record<string, readonly string[]>> }) {
  const t = useTranslations('profil')
  const saidOf = useAgeAndSex()
  return (
    <>
      <div className={styles.stack}>
        <RadioCards
          label={t('baru.untukSiapa')}
          name="profil_id"
          errors={errors.profil_id}
          defaultValue={chosen?.id}
          onChoose={choose}
          choices={all.map(({ id, nama, hubungan, tanggal_lahir, jenis_kelamin }) => ({
            value: id,
            label: nama,
            detail: [t(`hubungan.${hubungan}`), saidOf({ umur: umurToday(tanggal_lahir), jenis_kelamin })].filter(Boolean).join(' · '),
            lead: <Avatar name={nama} seed={id} letters />,
          }))}
        />
        {all.length < PROFIL_MAX && (
          <Button size="sm" icon="plus" onClick={() => setAdding(true)}>
            {t('baru.tambah')}
          </Button>
        )}
      </div>
      {chosen && missingOf(chosen).length > 0 && (
        <fieldset key={chosen.id} className={styles.group}>
          <legend>{t('baru.lengkapi', { nama: chosen.nama })}</legend>
          <p className={styles.hint}>{t('baru.lengkapiPetunjuk')}</p>
          <LeastFields profil={chosen} errors={errors} />
        </fieldset>
      )}
    </>
  )
}
