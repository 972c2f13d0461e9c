import { handleNextAuth } from './handle'

export const GET = handleNextAuth
export const POST = handleNextAuth
