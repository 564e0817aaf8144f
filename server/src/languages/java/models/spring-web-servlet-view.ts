import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.servlet.view',
  types: { View: ['type org.springframework.web.servlet.view.RedirectView', 'RedirectView()'] },
  sinks: { redirect: ['RedirectView($0)', 'View.setUrl($0)'] },
  propagators: [{ at: 'RedirectView()', to: [] }],
});
