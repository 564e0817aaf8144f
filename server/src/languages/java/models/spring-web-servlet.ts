import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.web.servlet',
  types: { View: ['type org.springframework.web.servlet.ModelAndView', 'ModelAndView()'] },
  sinks: {
    template: [
      { at: 'ModelAndView($0)', unless: { $0: ['redirect:*', 'forward:*'] }, variant: 'name' },
      { at: 'View.setViewName($0)', unless: { $0: ['redirect:*', 'forward:*'] }, variant: 'name' },
    ],
    redirect: [
      { at: 'ModelAndView($0)', when: { $0: 'redirect:*' } },
      { at: 'View.setViewName($0)', when: { $0: 'redirect:*' } },
    ],
  },
  operations: { 'map.put': ['View.{addObject,addAttribute}()'] },
  renders: [{ at: 'ModelAndView()', template: '$0', values: [], prepares: true }],
  propagators: [{ at: 'ModelAndView()', to: [] }],
});
