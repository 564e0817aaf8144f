import { model } from '../../../facts/model';

/** What handlers fill and templates show. */
export default model({
  library: 'org.springframework.ui',
  types: {
    Shown: ['Model', 'ModelMap', 'ExtendedModelMap'].map((name) => `type org.springframework.ui.${name}`),
  },
  operations: {
    'map.put': ['Shown.{addAttribute,put,mergeAttribute}()'],
    'map.get': ['Shown.{getAttribute,get}()'],
    'map.putAll': ['Shown.{addAllAttributes,putAll}()'],
  },
  configs: [{ kind: 'pages', at: 'Shown.addAttribute()', options: {} }],
});
