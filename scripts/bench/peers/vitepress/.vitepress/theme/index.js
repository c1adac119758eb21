import DefaultTheme from 'vitepress/theme'
import {h} from 'vue'
import Mentions from './Mentions.vue'

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, {'doc-after': () => h(Mentions)}),
}
