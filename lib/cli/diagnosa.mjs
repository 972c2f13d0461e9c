import { bootstrap } from './bootstrap.mjs'

await bootstrap('./diagnosa.ts')
