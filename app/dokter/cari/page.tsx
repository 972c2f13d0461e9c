import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Cari } from '@/app/_cari/cari'
import type { SearchParams } from '@/app/_ui/address'
import { requireWing } from '@/lib/auth/pages'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cari'))('judul') }
}

export default async function DokterCariPage({ searchParams }: { searchParams: SearchParams }) {
  return <Cari actor={await requireWing('dokter')} wing="dokter" searchParams={searchParams} />
}
