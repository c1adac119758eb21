/**
 * Zod compiles its schemas where it may. Here the Content-Security-Policy forbids that, and to try is a violation
 * already: so it is told before any schema is made.
 */

import {z} from 'zod'

z.config({jitless: true})
