import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.struts2',
  types: {
    Request: ['ServletActionContext.getRequest()'],
    Response: ['ServletActionContext.getResponse()'],
    Stack: ['type com.opensymphony.xwork2.util.ValueStack', 'type com.opensymphony.xwork2.ognl.OgnlUtil'],
  },
  extends: { Request: ['javax.servlet:Request'], Response: ['javax.servlet:Response'] },
  sinks: { code: [{ at: 'Stack.{findValue,findString,setValue,getValue}($0)', variant: 'expression' }] },
});
