import { casesSchema } from "./cases-schema.js";
import { validatorOf } from "./validator.js";

export const casesValidator = validatorOf(casesSchema);
