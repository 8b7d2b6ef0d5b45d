import { validatorOf } from "../../validate/validator.js";
import { casesSchema } from "./cases-schema.js";

export const casesValidator = validatorOf(casesSchema);
