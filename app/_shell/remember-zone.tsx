'use client'

import { useTimeZone } from 'next-intl'
import { useEffect } from 'react'
import { useZone } from '@/app/_ui/time/clock'
import { ZONE_COOKIE } from '@/lib/i18n/preferences'
import { keepPreference } from './keep-preference'

/** Tells the server which zone this device's clock shows, so that its next page is right from the start. */
export function RememberZone() {
  const [zone, told] = [useZone(), useTimeZone()]
  useEffect(() => {
    if (zone !== told) keepPreference(ZONE_COOKIE, zone)
  }, [zone, told])
  return null
}
