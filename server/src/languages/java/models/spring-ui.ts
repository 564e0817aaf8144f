import { model } from '../../../facts/model';

/** What handlers fill and templates show. */
export default model({
  library: 'org.springframework.ui',
  types: {
    Shown: ['Model', 'ModelMap', 'ExtendedModelMap'].map((name) => `type org.springframework.ui.${name}`),
  },
  configs: [{ kind: 'pages', at: 'Shown.addAttribute()', options: {} }],
});
