import { bootstrap } from './bootstrap.mjs'

await bootstrap('./obat.ts')
