import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.servlet',
  types: { View: ['type org.springframework.web.servlet.ModelAndView', 'ModelAndView()'] },
  sinks: {
    template: [
      { at: 'ModelAndView($0)', variant: 'name' },
      { at: 'View.setViewName($0)', variant: 'name' },
    ],
  },
  propagators: [{ at: 'ModelAndView()', to: [] }],
});
