'use client'

import { LaterPart } from '@/app/_ui/later/later-part'
import { later } from '@/lib/client/page/later'

const signOutHere = later(() => import('./sign-out').then((part) => part.SignOutHere))

/** For a page that comes along with every other one: what signing out needs is fetched where it is shown. */
export const SignOutLater = () => <LaterPart of={signOutHere} />
