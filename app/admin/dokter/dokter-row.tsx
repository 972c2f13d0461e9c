import { useTranslations } from 'next-intl'
import { Chip } from '@/app/_ui/badge'
import { LinkButton } from '@/app/_ui/button'
import { Time } from '@/app/_ui/time/time'
import styles from '@/app/admin/_daftar/daftar.module.css'
import { Facts, nameId, Person, Row } from '@/app/admin/_daftar/rows'
import { ActButton } from '@/app/admin/_tindakan/act-button'
import { ActWithReason } from '@/app/admin/_tindakan/act-with-reason'
import type { DokterVerifikasiView } from '@/lib/contract/pengguna'
import { Mirip } from './mirip'
import { Sip } from './sip'

/** A dokter with the numbers to check, what was decided, and what can be. */
export function DokterRow({ dokter }: { dokter: DokterVerifikasiView }) {
  const t = useTranslations('admin.dokter')
  const tk = useTranslations('admin.berkasDokter')
  const { id, nama, email, spesialisasi, nomor_str, nomor_sip, alasan, dibuat_pada, diverifikasi_pada } = dokter
  const decided = diverifikasi_pada
    ? ([t('diputuskan'), <Time key="pada" iso={diverifikasi_pada} format="date" />] as const)
    : ([t('mendaftar'), <Time key="pada" iso={dibuat_pada} format="date" />] as const)
  return (
    <Row
      lead={
        <Person id={id} nama={nama} labelId={nameId(id)}>
          {spesialisasi} · {email}
        </Person>
      }
      facts={
        <>
          <Facts facts={[[t('str'), nomor_str], [t('sip'), nomor_sip], [tk('sip.sampai'), <Sip key="sip" dokter={dokter} />], decided]} />
          {!dokter.aktif && <Chip tone="danger">{t('ditangguhkan')}</Chip>}
          <Mirip dokter={dokter} />
          {alasan && <p className={styles.note}>{alasan}</p>}
        </>
      }
      actions={
        <>
          <LinkButton variant="quiet" size="sm" href={`/admin/dokter/${id}`} aria-describedby={nameId(id)}>
            {tk('berkas')}
          </LinkButton>
          <Decisions dokter={dokter} />
        </>
      }
    />
  )
}

function Decisions({ dokter: { id, nama, status } }: { dokter: DokterVerifikasiView }) {
  const t = useTranslations('admin.dokter')
  const deed = { call: 'PUT /admin/dokter/{id}/verifikasi', id } as const
  const refusal = status === 'terverifikasi' ? 'cabut' : 'tolak'
  return (
    <>
      {status !== 'terverifikasi' && (
        <ActButton
          variant={status === 'menunggu' ? 'primary' : 'secondary'}
          size="sm"
          icon="check"
          about={nameId(id)}
          deed={{ ...deed, json: { disetujui: true }, done: t('disetujui', { nama }) }}
        >
          {t('setujui')}
        </ActButton>
      )}
      {status !== 'ditolak' && (
        <ActWithReason
          deed={{ ...deed, json: { disetujui: false }, done: t(`${refusal}.selesai`, { nama }) }}
          name={t(`${refusal}.tombol`)}
          about={nameId(id)}
          title={t(`${refusal}.judul`, { nama })}
          description={t(`${refusal}.isi`)}
          danger
        />
      )}
    </>
  )
}
