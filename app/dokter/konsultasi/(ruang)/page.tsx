import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireWing } from '@/lib/auth/pages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dokter.konsultasi'))('judul') }
}

/** The list alone: the room around it draws it. */
export default async function DokterKonsultasiPage() {
  await requireWing('dokter')
  return null
}
